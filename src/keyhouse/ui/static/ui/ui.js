// The behaviors of every page; each works on plain pages that are complete without it.
import "./behaviors/copy.js";
import "./behaviors/dialog.js";
import "./behaviors/filters.js";
import "./behaviors/menu.js";
import "./behaviors/progress.js";
import "./behaviors/refusal.js";
import "./behaviors/row-menu.js";
import "./behaviors/search.js";
import "./behaviors/selection.js";
import "./behaviors/send-at-once.js";
import "./behaviors/submit.js";
import "./behaviors/times.js";

document.documentElement.dataset.scripts = "on";
