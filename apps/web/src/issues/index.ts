export { copyText } from "./tsv.ts";
export { ledgerHref } from "./url.ts";
