import { writeFolder } from '../write-folder';
import { appFiles } from './app-files';

appFiles()
  .then((files) => writeFolder('make/app', files))
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
