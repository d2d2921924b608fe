import type { JSX } from "solid-js";
import type { DetailProps } from "../issues/index.ts";

/** 验收销号 of an issue. */
export default function CloseOutTab(props: DetailProps): JSX.Element {
	return <p>{props.detail.closeOut.criteriaSet}</p>;
}
