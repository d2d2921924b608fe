export { drawFor } from "./draw-detail.ts";
