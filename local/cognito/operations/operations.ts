import { adminAddUserToGroup } from './adminAddUserToGroup';
import { adminConfirmSignUp } from './adminConfirmSignUp';
import { adminCreateUser } from './adminCreateUser';
import { adminDeleteUser } from './adminDeleteUser';
import { adminDisableUser } from './adminDisableUser';
import { adminEnableUser } from './adminEnableUser';
import { adminGetUser } from './adminGetUser';
import { adminListGroupsForUser } from './adminListGroupsForUser';
import { adminRemoveUserFromGroup } from './adminRemoveUserFromGroup';
import { adminResetUserPassword } from './adminResetUserPassword';
import { adminSetUserPassword } from './adminSetUserPassword';
import { adminUpdateUserAttributes } from './adminUpdateUserAttributes';
import { adminUserGlobalSignOut } from './adminUserGlobalSignOut';
import { associateSoftwareToken } from './associateSoftwareToken';
import { changePassword } from './changePassword';
import { confirmForgotPassword } from './confirmForgotPassword';
import { confirmSignUp } from './confirmSignUp';
import { createGroup } from './createGroup';
import { deleteGroup } from './deleteGroup';
import { deleteUser } from './deleteUser';
import { deleteUserAttributes } from './deleteUserAttributes';
import { describeUserPool } from './describeUserPool';
import { describeUserPoolClient } from './describeUserPoolClient';
import { forgotPassword } from './forgotPassword';
import { getTokensFromRefreshToken } from './getTokensFromRefreshToken';
import { getUser } from './getUser';
import { getUserAttributeVerificationCode } from './getUserAttributeVerificationCode';
import { globalSignOut } from './globalSignOut';
import { initiateAuth } from './initiateAuth';
import { listGroups } from './listGroups';
import { listUsers } from './listUsers';
import { listUsersInGroup } from './listUsersInGroup';
import { resendConfirmationCode } from './resendConfirmationCode';
import { respondToAuthChallenge } from './respondToAuthChallenge';
import { revokeToken } from './revokeToken';
import { setUserMFAPreference } from './setUserMFAPreference';
import { signUp } from './signUp';
import { updateUserAttributes } from './updateUserAttributes';
import { verifySoftwareToken } from './verifySoftwareToken';
import { verifyUserAttribute } from './verifyUserAttribute';
import type { Operation } from './operation';

/** The operations that this pool supports. */
export const operations = {
  AdminAddUserToGroup: adminAddUserToGroup,
  AdminConfirmSignUp: adminConfirmSignUp,
  AdminCreateUser: adminCreateUser,
  AdminDeleteUser: adminDeleteUser,
  AdminDisableUser: adminDisableUser,
  AdminEnableUser: adminEnableUser,
  AdminGetUser: adminGetUser,
  AdminListGroupsForUser: adminListGroupsForUser,
  AdminRemoveUserFromGroup: adminRemoveUserFromGroup,
  AdminResetUserPassword: adminResetUserPassword,
  AdminSetUserPassword: adminSetUserPassword,
  AdminUpdateUserAttributes: adminUpdateUserAttributes,
  AdminUserGlobalSignOut: adminUserGlobalSignOut,
  AssociateSoftwareToken: associateSoftwareToken,
  ChangePassword: changePassword,
  ConfirmForgotPassword: confirmForgotPassword,
  ConfirmSignUp: confirmSignUp,
  CreateGroup: createGroup,
  DeleteGroup: deleteGroup,
  DeleteUser: deleteUser,
  DeleteUserAttributes: deleteUserAttributes,
  DescribeUserPool: describeUserPool,
  DescribeUserPoolClient: describeUserPoolClient,
  ForgotPassword: forgotPassword,
  GetTokensFromRefreshToken: getTokensFromRefreshToken,
  GetUser: getUser,
  GetUserAttributeVerificationCode: getUserAttributeVerificationCode,
  GlobalSignOut: globalSignOut,
  InitiateAuth: initiateAuth,
  ListGroups: listGroups,
  ListUsers: listUsers,
  ListUsersInGroup: listUsersInGroup,
  ResendConfirmationCode: resendConfirmationCode,
  RespondToAuthChallenge: respondToAuthChallenge,
  RevokeToken: revokeToken,
  SetUserMFAPreference: setUserMFAPreference,
  SignUp: signUp,
  UpdateUserAttributes: updateUserAttributes,
  VerifySoftwareToken: verifySoftwareToken,
  VerifyUserAttribute: verifyUserAttribute,
} as const satisfies Record<string, Operation>;

export type SupportedName = keyof typeof operations;

/** Whether the name is that of an operation in `operations`. */
export const isSupported = (name: string): name is SupportedName => Object.hasOwn(operations, name);
