import type { JSX } from "solid-js";
import type { DetailProps } from "../issues/index.ts";

/** 方案 of an issue. */
export default function PlanTab(props: DetailProps): JSX.Element {
	return <p>{props.detail.goal}</p>;
}
