import { cleanup, fireEvent, render, screen } from "@solidjs/testing-library";
import { createSignal } from "solid-js";
import { afterEach, expect, test, vi } from "vitest";
import { Combobox, type Option } from "./combobox.tsx";

// jsdom lays nothing out and so has no scrolling.
Element.prototype.scrollIntoView = vi.fn();
afterEach(cleanup);

const OPTIONS: Option[] = [
	{ id: "1", label: "甲县人民政府" },
	{ id: "2", label: "乙县人民政府" },
];

function Fixture(props: { onChange: (option: Option | null) => void }) {
	const [value, setValue] = createSignal<Option | null>(null);
	return (
		<Combobox
			label="单位"
			value={value()}
			options={OPTIONS}
			onQuery={() => undefined}
			onChange={(option) => {
				setValue(option);
				props.onChange(option);
			}}
		/>
	);
}

test("is worked by the keyboard alone and says which option is active", async () => {
	const onChange = vi.fn();
	render(() => <Fixture onChange={onChange} />);
	const box = screen.getByRole("combobox", { name: "单位" });
	fireEvent.focus(box);
	expect(box.getAttribute("aria-expanded")).toBe("true");
	fireEvent.keyDown(box, { key: "ArrowDown" });
	const active = box.getAttribute("aria-activedescendant");
	expect(document.getElementById(active ?? "")?.textContent).toContain("乙县人民政府");
	fireEvent.keyDown(box, { key: "Enter" });
	expect(onChange).toHaveBeenLastCalledWith(OPTIONS[1]);
	expect(box).toHaveProperty("value", "乙县人民政府");
	expect(box.getAttribute("aria-expanded")).toBe("false");
});

test("Escape closes the list and keeps what was chosen", () => {
	const onChange = vi.fn();
	render(() => <Fixture onChange={onChange} />);
	const box = screen.getByRole("combobox", { name: "单位" });
	fireEvent.focus(box);
	fireEvent.keyDown(box, { key: "Escape" });
	expect(box.getAttribute("aria-expanded")).toBe("false");
	expect(onChange).not.toHaveBeenCalled();
});

test("what is chosen can be cleared", () => {
	const onChange = vi.fn();
	render(() => <Fixture onChange={onChange} />);
	const box = screen.getByRole("combobox", { name: "单位" });
	fireEvent.focus(box);
	fireEvent.keyDown(box, { key: "Enter" });
	fireEvent.click(screen.getByRole("button", { name: "清除“单位”" }));
	expect(onChange).toHaveBeenLastCalledWith(null);
});

test("Enter while a Chinese input method composes chooses nothing", () => {
	const onChange = vi.fn();
	render(() => <Fixture onChange={onChange} />);
	const box = screen.getByRole("combobox", { name: "单位" });
	fireEvent.focus(box);
	fireEvent.keyDown(box, { key: "Enter", isComposing: true });
	expect(onChange).not.toHaveBeenCalled();
});
