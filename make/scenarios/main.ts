import { writeFolder } from '../write-folder';
import { blueprintFiles } from './files';

writeFolder('make/blueprints', blueprintFiles());
