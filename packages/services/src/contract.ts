// What the API needs to know of the use cases: their signatures and errors, without the ports, whose database type
// would make every consumer of the API check the whole ORM.
export * from "./errors.ts";
export * from "./services.ts";
