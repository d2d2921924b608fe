export { screeningFor } from "./detail.ts";
