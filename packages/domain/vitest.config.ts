import { pureProject } from "@zhenggai/tooling/vitest";

export default pureProject("domain");
