export { numeralValue } from "@zhenggai/domain/kernel";

/** The pattern of a Chinese numeral as enumerations use it, for building expressions. */
export const CN = "[零〇一二两三四五六七八九十百]";
