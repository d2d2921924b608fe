export { complaintsHref } from "./url.ts";
