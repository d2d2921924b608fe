export { ledgerHref } from "./url.ts";
