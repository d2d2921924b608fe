import { nodeProject } from "./src/vitest.ts";

export default nodeProject("tooling");
