export { referralFor } from "./detail.ts";
