export * from "./timeline.tsx";
