import { CameraIcon, UploadIcon } from '../shell/icons';
import { useServices } from '../shell/services';
import { strings } from '../words/strings';
import { FilePicker } from './FilePicker';

/** Buttons that choose files to upload and, on a phone, take a photo. */
export const UploadButton = () => {
  const { uploader } = useServices();
  const add = (files: readonly File[]): void => void uploader.add(files);
  return (
    <div className="upload-buttons">
      <FilePicker className="button primary" multiple onFiles={add}>
        <UploadIcon /> {strings.upload}
      </FilePicker>
      <FilePicker className="button camera" accept="image/*,video/*" capture="environment" onFiles={add}>
        <CameraIcon /> {strings.takePhoto}
      </FilePicker>
    </div>
  );
};
