import type { Clock } from '../../clock';
import type { Principal } from '../../signatures/principal';
import type { Element } from '../../xml';
import type { Roles } from '../roles';

/** What an operation needs. */
export interface StsTools {
  readonly roles: Roles;
  readonly clock: Clock;
}

/** The parameters of a request, by name: `Tags.member.1.Key`. */
export type Input = ReadonlyMap<string, string>;

/** Returns the children of the `<…Result>` element. */
export type Operation = (input: Input, caller: Principal, tools: StsTools) => readonly Element[];
