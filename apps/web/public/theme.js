// Runs before the first paint, so that a dark page does not begin with a white flash.
(() => {
	let theme = null;
	try {
		theme = localStorage.getItem("zhenggai.theme");
	} catch {
		// A browser without storage follows the system.
	}
	const dark = theme === "dark" || (theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
	document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
