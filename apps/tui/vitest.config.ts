import { nodeProject } from "@zhenggai/tooling/vitest";

const project = nodeProject("tui");

// Components are tested on a terminal, in files that contain JSX.
export default { test: { ...project.test, include: ["src/**/*.test.ts", "src/**/*.test.tsx"] } };
