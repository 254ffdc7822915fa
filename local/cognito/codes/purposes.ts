/** The purposes of a code: how many hours it is valid, and the subject of its message. */
export const purposes = {
  confirmSignUp: { hours: 24, subject: 'Your verification code' },
  forgotPassword: { hours: 1, subject: 'Your password reset code' },
  verifyEmail: { hours: 24, subject: 'Your verification code' },
} as const;

export type Purpose = keyof typeof purposes;
