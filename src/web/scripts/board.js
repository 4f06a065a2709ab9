// Says what is new on a board: in the title, to those who listen to the page, and with a sound where somebody has asked for one.
(() => {
  const title = document.title;
  let known = null;
  let sound = null;

  const cards = () => [...document.querySelectorAll('[data-board] [data-order]')];
  const standings = () => new Map(cards().map((card) => [card.dataset.order, card.dataset.standing]));

  function countInTitle() {
    const count = document.querySelector('[data-board] [data-count]')?.textContent ?? '0';
    const plain = document.title.replace(/^\(\d+\) /, '') || title;
    document.title = count === '0' ? plain : `(${count}) ${plain}`;
  }

  function announce() {
    const before = known;
    known = standings();
    countInTitle();
    if (before === null || known.size === 0) return;
    const news = cards().flatMap((card) => {
      const { order, standing } = card.dataset;
      if (standing === 'needs_you' && before.get(order) !== 'needs_you') return [card.dataset.needs];
      return before.has(order) || standing === 'closed' ? [] : [card.dataset.new];
    });
    if (news.length === 0) return;
    document.getElementById('said').textContent = news.join('. ');
    ring();
  }

  // Browsers play nothing before somebody has touched the page: so the sound begins with a tap.
  function ring() {
    if (sound === null) return;
    for (const [at, pitch] of [
      [0, 880],
      [0.18, 1175],
    ]) {
      const tone = sound.createOscillator();
      const volume = sound.createGain();
      const from = sound.currentTime + at;
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(0.25, from);
      volume.gain.exponentialRampToValueAtTime(0.001, from + 0.35);
      tone.connect(volume).connect(sound.destination);
      tone.start(from);
      tone.stop(from + 0.4);
    }
  }

  function showSound() {
    for (const button of document.querySelectorAll('[data-sound]')) {
      button.hidden = false;
      button.setAttribute('aria-pressed', String(sound !== null));
      button.textContent = sound === null ? button.dataset.on : button.dataset.off;
    }
  }

  document.addEventListener('click', (event) => {
    if (!event.target.closest('[data-sound]')) return;
    const isOn = sound !== null;
    if (isOn) sound.close();
    sound = isOn ? null : new AudioContext();
    if (!isOn) ring();
    showSound();
  });

  // What somebody has unfolded stays so.
  const open = () => [...document.querySelectorAll('details[id][open]')].map(({ id }) => id);
  let unfolded = [];
  document.addEventListener('htmx:sseBeforeMessage', () => {
    unfolded = open();
  });
  document.addEventListener('htmx:sseMessage', () => {
    for (const id of unfolded) document.getElementById(id)?.setAttribute('open', '');
    announce();
  });

  function arrive() {
    known = null;
    announce();
    showSound();
  }
  document.addEventListener('DOMContentLoaded', arrive);
  document.addEventListener('htmx:historyRestore', arrive);
  document.addEventListener('htmx:afterSettle', (event) => {
    if (event.target === document.body) arrive();
  });
})();
