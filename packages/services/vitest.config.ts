import { databaseProject } from "@zhenggai/tooling/vitest";

export default databaseProject("services");
