/** What a code is for, how long it serves, and what its message says. */
export const purposes = {
  confirmSignUp: { hours: 24, subject: 'Your verification code' },
  forgotPassword: { hours: 1, subject: 'Your password reset code' },
  verifyEmail: { hours: 24, subject: 'Your verification code' },
} as const;

export type Purpose = keyof typeof purposes;
