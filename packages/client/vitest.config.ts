import { nodeProject } from "@zhenggai/tooling/vitest";

export default nodeProject("client");
