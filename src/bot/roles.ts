import { ROLES, type Role } from "./conversation.ts";

/** Whether somebody with `role` may do what needs `needed`: each role may do what those before it may. */
export function may(role: Role, needed: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(needed);
}
