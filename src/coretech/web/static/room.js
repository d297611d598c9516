// Keeps the board of a meeting up to date: by a stream, or by asking again and again where no stream comes through.
// Without this file the page says so with a link that loads it anew.

const board = document.querySelector("[data-live]");
const mine = document.querySelector("[data-mine]");
const stale = document.querySelector("[data-stale]");
const said = document.querySelector("[data-said-here]");

const FIRST_WAIT = 6000; // ms until the first board must have come, else something on the way holds the stream back
const ASK_AGAIN = 3000;
const COME_BACK = 10000;

let source = null;
let asking = null;
let token = board?.querySelector("[data-token]")?.dataset.token ?? "";

function opened(element) {
  return [...element.querySelectorAll("details[open][id]")].map((details) => details.id);
}

async function put(element, text) {
  const open = opened(element);
  await htmx.swap({ target: element, text, swap: "innerMorph" });
  for (const id of open) {
    document.getElementById(id)?.setAttribute("open", "");
  }
}

async function show(text) {
  await put(board, text);
  const shown = board.querySelector("[data-token]");
  if (said && said.textContent !== shown?.dataset.said) {
    said.textContent = shown?.dataset.said ?? "";
  }
  if (mine && shown && shown.dataset.token !== token) {
    token = shown.dataset.token;
    await fetchInto(mine, mine.dataset.mine);
  }
}

async function fetchInto(element, address) {
  const answer = await fetch(address, { headers: { "HX-Request": "true" } });
  if (answer.redirected || answer.status === 403 || answer.status === 404) {
    location.reload();
  } else if (answer.ok) {
    await put(element, await answer.text());
  }
}

async function ask() {
  try {
    const answer = await fetch(board.dataset.poll);
    stale.hidden = answer.ok;
    if (answer.ok) {
      await show(await answer.text());
    }
  } catch {
    stale.hidden = false;
  }
}

function connect() {
  let came = false;
  source = new EventSource(board.dataset.live);
  source.addEventListener("board", (event) => {
    came = true;
    stale.hidden = true;
    clearInterval(asking);
    show(event.data);
  });
  source.addEventListener("leave", () => location.reload());
  source.addEventListener("over", () => {
    source.close();
    clearInterval(asking);
  });
  source.addEventListener("error", () => {
    stale.hidden = false;
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(connect, COME_BACK);
    }
  });
  setTimeout(() => {
    if (!came) {
      clearInterval(asking);
      asking = setInterval(ask, ASK_AGAIN);
    }
  }, FIRST_WAIT);
}

function tick(clock) {
  const ahead = Date.parse(clock.dataset.clock) - Date.now();
  const words = new Intl.DateTimeFormat("zh-TW", { timeZone: "Asia/Taipei", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  setInterval(() => {
    clock.textContent = words.format(new Date(Date.now() + ahead));
  }, 1000);
}

document.querySelectorAll("[data-clock]").forEach(tick);
document.querySelectorAll("[data-without-script]").forEach((element) => element.remove());
if (board) {
  connect();
  addEventListener("pagehide", () => source?.close());
  addEventListener("pageshow", (event) => event.persisted && connect());
}
