import { viewAnalytics } from '../../../usecases/figures/view-analytics.ts';
import { viewMetrics } from '../../../usecases/figures/view-metrics.ts';
import { viewStatistics } from '../../../usecases/figures/view-statistics.ts';
import { renderAnalytics, renderMetrics, renderStatistics } from '../../screens/panel/figures-screens.ts';
import { actorOf, type PanelVisit, showPanel } from './panel-visit.ts';

/** How the shop does, in figures. */
export const figuresRoutes = {
  'admin-statistics': async (visit: PanelVisit) =>
    showPanel(visit, renderStatistics(visit.t, await viewStatistics(visit.shop, actorOf(visit)))),
  'admin-analytics': async (visit: PanelVisit) =>
    showPanel(visit, renderAnalytics(visit.t, await viewAnalytics(visit.shop, actorOf(visit)))),
  'admin-metrics': async (visit: PanelVisit) =>
    showPanel(visit, renderMetrics(visit.t, await viewMetrics(visit.shop, actorOf(visit)))),
};
