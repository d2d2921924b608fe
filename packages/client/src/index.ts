export { accessQueries } from "./access/queries.ts";
export { type ClientOptions, createZhenggaiClient, type ZhenggaiClient } from "./client.ts";
export { type Failure, failureOf } from "./failure.ts";
export { issueQueries } from "./issues/queries.ts";
export { responsibilityQueries } from "./responsibilities/queries.ts";
export type { AppRouter } from "@zhenggai/api";
