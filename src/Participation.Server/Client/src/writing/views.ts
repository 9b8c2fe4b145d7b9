/** What goes between server and screens. Written from the server's records by ViewTypesTests: change those, not this. */

export interface Typed { contribution: string; for: string }
