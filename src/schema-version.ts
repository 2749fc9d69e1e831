/**
 * The version of the output's shape. An addition raises the minor number, what is renamed, removed or means something else
 * the major one; CONTRIBUTING.md says how.
 */
export const SCHEMA_VERSION = '2.0';
