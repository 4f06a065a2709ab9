const main = document.querySelector('main');
const said = document.getElementById('said');
const events = new EventSource(main.dataset.events);
for (const part of ['texts', 'call']) {
  events.addEventListener(part, (event) => {
    const place = document.getElementById(part);
    const isHere = place.contains(document.activeElement) || document.activeElement === document.body;
    place.innerHTML = JSON.parse(event.data);
    if (isHere) place.querySelector('input[name=speech]')?.focus();
  });
}
// What was sent shows by itself, so the page stays; a refusal is said above it.
main.addEventListener('submit', async (event) => {
  event.preventDefault();
  const form = event.target;
  const body = new URLSearchParams(new FormData(form, event.submitter));
  form.reset();
  const reply = await fetch(form.action, { method: 'POST', body });
  said.textContent = reply.ok ? '' : (await reply.json()).message;
});
