import type { JSX } from "solid-js";
import type { DetailProps } from "../issues/index.ts";

/** 督办 of an issue. */
export default function SupervisionTab(props: DetailProps): JSX.Element {
	return <p>{props.detail.schedule}</p>;
}
