import { copyButtons, copyPermalinks } from "./copy.js";
import { fillNumbers } from "./number.js";
import { followContents, foldContents } from "./rail.js";
import { searchShortcut } from "./shortcut.js";
import { themeButton } from "./themebutton.js";

themeButton();
searchShortcut();
foldContents();
followContents();
copyButtons();
copyPermalinks();
fillNumbers();
