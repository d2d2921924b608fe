import type { JSX } from "solid-js";
import type { DetailProps } from "../issues/index.ts";

/** 进展 of an issue. */
export default function ProgressTab(props: DetailProps): JSX.Element {
	return <p>{props.detail.progress.actualPercent}</p>;
}
