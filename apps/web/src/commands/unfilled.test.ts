import { expect, test } from "vitest";
import { showAnswer, unfilled } from "./unfilled.ts";

const formOf = (html: string): HTMLFormElement => {
	const form = document.createElement("form");
	form.innerHTML = html;
	document.body.replaceChildren(form);
	return form;
};

test("names what is asked for and empty, in the order of the form", () => {
	const form = formOf(`
		<div data-required="公示渠道"><input value="  "></div>
		<div><input value=""></div>
		<div data-required="联系方式"><input value="0871-6000"></div>
		<fieldset data-required="核查结论"><input type="radio" name="a"><input type="radio" name="a"></fieldset>
		<div data-required="哪一件"><select><option value="" selected></option><option value="1"></option></select></div>
		<div data-required="完成情况"><textarea></textarea></div>`);
	expect(unfilled(form)).toEqual(["公示渠道", "核查结论", "哪一件", "完成情况"]);
	form.querySelector<HTMLInputElement>("input[type=radio]")?.click();
	expect(unfilled(form)).toEqual(["公示渠道", "哪一件", "完成情况"]);
});

test("leads to the first refused field, also in a part that was closed", () => {
	const form = formOf(`
		<input id="fine">
		<details><summary>更多</summary><textarea id="refused" aria-invalid="true"></textarea></details>
		<input id="second" aria-invalid="true">`);
	showAnswer(form);
	expect(form.querySelector("details")?.open).toBe(true);
	expect(document.activeElement?.id).toBe("refused");
});
