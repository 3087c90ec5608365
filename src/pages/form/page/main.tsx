import { render } from 'preact';
import type { FromFormPage, ToFormPage } from '../formMessages';
import { connect } from '../../panel/page/connect';
import type { KeptForm } from './formKept';
import { FormPage } from './formPage';

const extension = connect<ToFormPage, FromFormPage, KeptForm>(message => ({ type: 'error', message }));
const root = document.getElementById('root');
if (root) {
	render(<FormPage extension={extension} />, root);
}
