import { Markup } from '../../order/html';

/** Mail programs drop style sheets, so every element wears its own style; the sheet below only adds dark screens and paper. */
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const SMALL = 'font-size:13px;line-height:18px;color:#6a6458';
const ROW = 'border-bottom:1px solid #e7e2d6';
const BANNER = 'border-radius:6px;padding:12px 14px;font-size:15px;line-height:21px';
const BUTTON =
  'display:inline-block;padding:11px 18px;border-radius:6px;border:1px solid #1f1d19;font-size:15px;line-height:20px;font-weight:600;text-decoration:none';

export const STYLE = {
  page: `margin:0;padding:0;background:#f1eee6;color:#1f1d19;${FONT}`,
  paper: 'background:#ffffff;border:1px solid #ddd7c8;border-radius:10px',
  inside: `padding:22px 24px 24px;font-size:15px;line-height:21px;color:#1f1d19;${FONT}`,
  space: 'margin:0 0 16px',
  alarm: `${BANNER};background:#fff0ee;border:3px solid #b3261e;color:#8c1d18`,
  warning: `${BANNER};background:#fff7e0;border:1px solid #d59f1f;color:#5c4300`,
  good: `${BANNER};background:#eaf6ed;border:1px solid #2f7d47;color:#1b4f2c`,
  alarmTitle: 'display:block;font-size:20px;line-height:26px;font-weight:800',
  alarmText:
    'display:block;font-size:18px;line-height:25px;font-weight:700;white-space:pre-line;overflow-wrap:anywhere',
  bannerTitle: 'display:block;font-weight:700',
  over: SMALL,
  title: 'font-size:24px;line-height:30px;font-weight:800',
  aside: 'font-size:24px;line-height:30px;font-weight:800;white-space:nowrap;padding-left:12px',
  when: 'font-size:30px;line-height:36px;font-weight:800',
  day: 'font-size:15px;line-height:21px;font-weight:600;color:#6a6458',
  otherDay: 'font-size:17px;line-height:23px;font-weight:800;color:#b3261e',
  said: `${SMALL};font-style:italic`,
  heading: `${SMALL};font-weight:700;text-transform:uppercase;letter-spacing:.8px;border-bottom:2px solid #1f1d19;padding-bottom:4px`,
  paragraph: 'white-space:pre-line;overflow-wrap:anywhere',
  label: `${SMALL};line-height:21px;padding:2px 14px 2px 0;white-space:nowrap;vertical-align:top`,
  value: 'padding:2px 0;width:100%;vertical-align:top;overflow-wrap:anywhere;white-space:pre-line',
  link: 'color:#1f1d19;text-decoration:underline',
  lead: `${ROW};padding:8px 10px 8px 0;font-weight:800;white-space:nowrap;vertical-align:top`,
  name: `${ROW};padding:8px 0;width:100%;vertical-align:top;font-weight:600;overflow-wrap:anywhere`,
  money: `${ROW};padding:8px 0 8px 12px;text-align:right;white-space:nowrap;vertical-align:top;font-variant-numeric:tabular-nums`,
  without: 'display:block;font-weight:800;color:#b3261e;white-space:pre-line',
  option: 'display:block;font-weight:500;white-space:pre-line',
  note: 'display:block;font-weight:400;font-style:italic;color:#6a6458;white-space:pre-line',
  amount: 'padding:3px 0;overflow-wrap:anywhere',
  amountStrong: 'padding:5px 0;font-size:17px;line-height:23px;font-weight:800;overflow-wrap:anywhere',
  count: 'width:25%;padding:0 12px 0 0;font-size:26px;line-height:30px;font-weight:800;vertical-align:top',
  countLabel: `display:block;${SMALL};font-weight:400`,
  button: `${BUTTON};background:#1f1d19;color:#ffffff`,
  otherButton: `${BUTTON};background:#ffffff;color:#1f1d19`,
  buttonNote: `${SMALL};padding-top:4px`,
  footer: `padding:14px 24px 24px;${SMALL};${FONT}`,
} as const;

/** For programs that read it: dark screens, narrow paper, and ink alone in print, where backgrounds are left out. */
export const SHEET = new Markup(`
@media screen and (prefers-color-scheme: dark) {
  .page { background: #171612 !important; }
  .paper { background: #24221d !important; border-color: #3d3a31 !important; }
  .ink { color: #f4f1e8 !important; border-color: #f4f1e8 !important; }
  .row { border-color: #3d3a31 !important; }
  .faint { color: #b3ac9b !important; }
  .red { color: #ff9f94 !important; }
  .alarm { background: #3b1613 !important; border-color: #ff8a7d !important; color: #ffb4ab !important; }
  .warning { background: #352b10 !important; border-color: #b98a1c !important; color: #ffe0a0 !important; }
  .good { background: #12301c !important; border-color: #4aa567 !important; color: #b6ecc6 !important; }
  .button { background: #f4f1e8 !important; color: #1f1d19 !important; }
  .other { background: transparent !important; color: #f4f1e8 !important; border-color: #f4f1e8 !important; }
}
@media (max-width: 400px) {
  .margin { padding: 0 !important; }
  .paper { border-radius: 0 !important; border-width: 0 !important; }
  .inside { padding: 14px 12px 16px !important; }
  .foot { padding: 8px 12px 16px !important; }
}
@media print {
  @page { margin: 4mm; }
  .page, .paper { background: #ffffff !important; border-width: 0 !important; }
  .margin, .inside, .foot { padding: 0 !important; }
  .ink, .faint, .red, .alarm, .warning, .good, .ink a { color: #000000 !important; border-color: #000000 !important; }
  .row { border-color: #999999 !important; }
  .alarm { border-width: 3pt !important; }
  .screen { display: none !important; }
  tr, .whole { break-inside: avoid; }
}
`);
