import { themeButton } from "../themebutton.js";
import { foldParts } from "./fold.js";
import { askBeforeLeaving } from "./leave.js";
import { pickers } from "./picker.js";
import { previews } from "./preview.js";
import { progress } from "./progress.js";
import { shortcuts } from "./shortcuts.js";
import { showProblems } from "./problems.js";
import { trees } from "./tree.js";

themeButton();
foldParts();
shortcuts();
pickers();
askBeforeLeaving();
showProblems();
trees();
previews();
progress();
