/* Swaps what has changed and nothing else: focus, scroll and opened rows stay. */
'use strict';

const opened = new Set();

/** Makes one tree equal to another. Elements with the same id, or else of the same kind in order, are the same. */
function morph(from, to) {
  if (from.nodeType !== to.nodeType || from.nodeName !== to.nodeName) {
    from.replaceWith(to.cloneNode(true));
  } else if (from.nodeType !== Node.ELEMENT_NODE) {
    if (from.data !== to.data) from.data = to.data;
  } else if (!from.hasAttribute('data-kept')) {
    morphAttributes(from, to);
    morphChildren(from, to);
  }
}

function morphAttributes(from, to) {
  for (const { name, value } of to.attributes) {
    if (from.getAttribute(name) !== value) from.setAttribute(name, value);
  }
  for (const { name } of [...from.attributes]) {
    if (!to.hasAttribute(name)) from.removeAttribute(name);
  }
}

function morphChildren(from, to) {
  const byId = new Map([...from.children].filter(child => child.id).map(child => [child.id, child]));
  const wanted = new Set([...to.children].map(child => child.id).filter(id => id));
  let place = from.firstChild;
  for (const child of to.childNodes) {
    const known = child.id ? byId.get(child.id) : null;
    while (place && place !== known && place.id && !wanted.has(place.id)) place = removed(place);
    if (known) {
      if (known === place) place = place.nextSibling;
      else from.insertBefore(known, place);
      morph(known, child);
    } else if (place && !place.id && !child.id) {
      const next = place.nextSibling;
      morph(place, child);
      place = next;
    } else {
      from.insertBefore(child.cloneNode(true), place);
    }
  }
  while (place) place = removed(place);
}

function removed(node) {
  const next = node.nextSibling;
  node.remove();
  return next;
}

function statuses() {
  return new Map([...document.querySelectorAll('[data-group]')].map(row => [row.dataset.group, row.dataset.status]));
}

function say(words) {
  document.getElementById('announcements').textContent = words.join(', ');
}

function isKafkaAway() {
  return document.getElementById('live').dataset.kafka === 'away';
}

/** Only what has changed is said, and only words of it. */
function announce(before, wasAway) {
  const words = [...statuses()].filter(([group, status]) => before.has(group) && before.get(group) !== status)
    .map(([group, status]) => `${group}: ${status}`);
  if (isKafkaAway() !== wasAway) words.unshift(wasAway ? 'Kafka answers' : 'Kafka does not answer');
  if (words.length > 0) say(words);
}

function showOpened() {
  for (const button of document.querySelectorAll('.toggle')) {
    const open = opened.has(button.id);
    button.setAttribute('aria-expanded', open);
    for (const row of button.closest('tbody').querySelectorAll('.topic')) row.hidden = !open;
  }
}

htmx.defineExtension('morph', {
  isInlineSwap: style => style === 'morph',
  handleSwap(style, target, fragment) {
    if (style !== 'morph') return false;
    const before = statuses();
    const wasAway = isKafkaAway();
    const focused = document.activeElement;
    morph(target, fragment.firstElementChild);
    showOpened();
    if (focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
    announce(before, wasAway);
    return [target];
  },
});

document.addEventListener('click', event => {
  const button = event.target.closest('.toggle');
  if (button) {
    if (!opened.delete(button.id)) opened.add(button.id);
    showOpened();
  }
});

function showConnection(lost) {
  const notice = document.getElementById('connection');
  if (!notice || notice.hidden !== lost) return;
  notice.hidden = !lost;
  say([lost ? 'The console does not answer' : 'The console answers again']);
}

/** What is gone, or is no longer for who asks, has a page that says so. */
function refused(status) {
  if (status === 403 || status === 404) location.reload();
  else if (status >= 500) showConnection(true);
}

for (const lost of ['htmx:sendError', 'htmx:timeout']) {
  document.addEventListener(lost, () => showConnection(true));
}
document.addEventListener('htmx:responseError', event => refused(event.detail.xhr.status));
document.addEventListener('htmx:beforeSwap', event => {
  if (event.detail.xhr.status < 400) showConnection(false);
});
