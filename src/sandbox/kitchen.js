const board = document.getElementById('board');
const said = document.getElementById('said');
new EventSource('/_sandbox/events').addEventListener('board', (event) => {
  board.innerHTML = JSON.parse(event.data);
});
// The board moves by itself, so the page stays; a refusal is said above it.
board.addEventListener('submit', async (event) => {
  event.preventDefault();
  const address = event.submitter.getAttribute('formaction') ?? event.target.action;
  const reply = await fetch(address, { method: 'POST' });
  said.textContent = reply.ok ? '' : (await reply.json()).message;
});
