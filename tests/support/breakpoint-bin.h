/* breakpoint-bin.h: what libadwaita's breakpoints would leak, freed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

/* From the change of a breakpoint to the next frame, AdwBreakpointBin shows a picture of the layout before. It loses
 * that picture where the breakpoint changes again meanwhile, or where the window closes: as a person hardly ever does,
 * and a test often. After this, the second change waits for the frame, and the end brings it on, so that what is
 * reported as leaked is Proviso's own. Call this before there are windows. */
void mend_breakpoint_bins (void);
