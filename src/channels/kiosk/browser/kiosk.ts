// What every page of the lobby machine runs. Each module stands alone: when one fails, the others and the page still work.
import './lock.ts';
import './trail.ts';
import './modes.ts';
import './idle.ts';
import './read-aloud.ts';

document.documentElement.dataset['ready'] = '';
