import { render } from 'preact';
import type { FromTablePage, ToTablePage } from '../tableMessages';
import { connect } from '../../panel/page/connect';
import type { KeptTable } from './tableKept';
import { TablePage } from './tablePage';

const extension = connect<ToTablePage, FromTablePage, KeptTable>(message => ({ type: 'error', message }));
const root = document.getElementById('root');
if (root) {
	render(<TablePage extension={extension} />, root);
}
