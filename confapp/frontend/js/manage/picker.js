// A picker as one field that finds while one types (combobox pattern of ARIA). Without this module its button searches.
const WAIT = 150;

export function pickers() {
  for (const box of document.querySelectorAll("[data-picker]")) new Picker(box);
}

class Picker {
  constructor(box) {
    this.box = box;
    this.input = box.querySelector("[data-picker-input]");
    this.chosen = box.querySelector("[data-chosen]");
    this.many = box.hasAttribute("data-many");
    this.found = [];
    this.at = -1;
    this.asked = 0;
    box.querySelector("[data-picker-find]").hidden = true;
    box.querySelector("[data-offers]")?.remove();
    this.chosen.classList.toggle("is-one", !this.many);
    for (const item of [...this.chosen.children]) this.dress(item);
    this.list = this.makeList();
    this.listen();
  }

  makeList() {
    const list = document.createElement("ul");
    list.className = "offers is-floating";
    list.id = `${this.input.id}-list`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", this.input.getAttribute("aria-label"));
    list.hidden = true;
    this.box.append(list);
    const said = { role: "combobox", "aria-expanded": "false", "aria-controls": list.id, "aria-autocomplete": "list" };
    for (const [name, value] of Object.entries(said)) this.input.setAttribute(name, value);
    return list;
  }

  listen() {
    this.input.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.find(), WAIT);
    });
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 200));
  }

  async find() {
    const text = this.input.value.trim();
    const asked = ++this.asked;
    if (!text) return this.close();
    const address = new URL(this.box.dataset.address, location.href);
    address.searchParams.set("q", text);
    try {
      const answer = await fetch(address);
      const rows = answer.ok ? await answer.json() : [];
      if (asked === this.asked) this.show(rows, text);
    } catch {
      this.close(); // The form still finds it when it is sent.
    }
  }

  show(rows, text) {
    const taken = new Set([...this.chosen.querySelectorAll("input")].map((input) => input.value));
    this.found = rows.filter((row) => !taken.has(row.value));
    const named = this.found.some((row) => row.label.toLowerCase() === text.toLowerCase());
    if (this.box.dataset.new && !named) {
      this.found.push({ value: `new:${text}`, label: text, shown: this.box.dataset.new.replace("{}", text) });
    }
    this.list.replaceChildren(...this.found.map((row, at) => this.option(row, at)));
    if (!this.found.length) this.list.append(element("li", this.box.dataset.none, "quiet"));
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    this.move(this.found.length ? 0 : -1);
  }

  option(row, at) {
    const option = element("li", "");
    option.id = `${this.list.id}-${at}`;
    option.setAttribute("role", "option");
    option.append(element("bdi", row.shown ?? row.label));
    if (row.note) option.append(" ", element("span", row.note, "quiet"));
    option.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.take(row);
    });
    return option;
  }

  key(event) {
    const open = !this.list.hidden;
    if (event.key === "ArrowDown" && !open) return void this.find();
    if (!open) return;
    if (event.key === "Escape") {
      event.stopPropagation();
      this.close();
    } else if (event.key === "Enter" && this.found[this.at] && !event.ctrlKey) this.take(this.found[this.at]);
    else if (event.key === "ArrowDown") this.move(Math.min(this.at + 1, this.found.length - 1));
    else if (event.key === "ArrowUp") this.move(Math.max(this.at - 1, 0));
    else return;
    event.preventDefault();
  }

  move(at) {
    this.at = at;
    for (const [index, option] of [...this.list.children].entries()) {
      option.setAttribute("aria-selected", String(index === at));
      if (index === at) option.scrollIntoView({ block: "nearest" });
    }
    if (at >= 0) this.input.setAttribute("aria-activedescendant", `${this.list.id}-${at}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  take(row) {
    const item = element("li", "");
    const label = element("label", "");
    const box = document.createElement("input");
    Object.assign(box, { type: "checkbox", name: this.box.dataset.name, value: row.value, checked: true });
    label.append(box, " ", element("bdi", row.label));
    if (row.note) label.append(" ", element("span", row.note, "quiet"));
    item.append(label);
    if (!this.many) this.chosen.replaceChildren();
    this.chosen.append(item);
    this.dress(item).focus();
    this.input.value = "";
    this.close();
    if (this.many) this.input.focus();
  }

  // With the script, what is chosen goes away by a button instead of a tick.
  dress(item) {
    const box = item.querySelector("input");
    box.hidden = true;
    const button = element("button", "×");
    button.type = "button";
    button.setAttribute("aria-label", this.box.dataset.remove.replace("{}", item.querySelector("bdi").textContent));
    button.addEventListener("click", () => {
      item.remove();
      this.input.focus();
    });
    item.append(button);
    return button;
  }

  close() {
    this.list.hidden = true;
    this.asked += 1;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

function element(name, text, style) {
  const made = document.createElement(name);
  made.textContent = text;
  if (style) made.className = style;
  return made;
}
