import { useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { KeysSheet } from '../../screens/help/KeysSheet.tsx';
import { SearchPalette } from '../../screens/search/SearchPalette.tsx';
import { JumpDialog } from '../../screens/walk/JumpDialog.tsx';
import { focusHeading } from '../../state/focusHeading.ts';
import { useRendererState } from '../../state/RendererStateContext.tsx';
import { useShortcut } from '../../state/useShortcut.ts';
import { FrameHeader } from './FrameHeader.tsx';
import { FrameNavigation } from './FrameNavigation.tsx';
import { OpeningNotice } from './OpeningNotice.tsx';
import { SaveFailureBanner } from './SaveFailureBanner.tsx';
import { VoiceDialog } from './VoiceDialog.tsx';

type Overlay = 'search' | 'keys' | 'jump' | 'voice';

/** What stays on the screen while the screens change: name, voice, save state, search, navigation, marking. */
export function Frame(props: { readonly children: ReactNode }) {
  const { autosave, session } = useRendererState();
  const asksVoice = useStore(session.store, (state) => state.asksVoice);
  const [location] = useLocation();
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const close = () => setOverlay(null);

  useEffect(() => {
    setOverlay(null);
    void autosave.flush();
  }, [autosave, location]);
  useEffect(() => {
    // What had the focus when the question came up with the first screen may have gone since.
    if (!asksVoice && document.activeElement === document.body) focusHeading();
  }, [asksVoice]);
  useShortcut('search', () => setOverlay('search'));
  useShortcut('show-keys', () => setOverlay('keys'));
  useShortcut('go-to', () => setOverlay('jump'));

  return (
    <div className="frame">
      <div className="ds_skip-links">
        {/* A link to `#screen` would be taken for an address of the hash router. */}
        <button type="button" className="ds_skip-links__link" onClick={focusHeading}>
          Skip to main content
        </button>
      </div>
      <FrameHeader onSearch={() => setOverlay('search')} onChangeVoice={() => setOverlay('voice')} />
      <div className="frame__banner">
        <OpeningNotice />
        <SaveFailureBanner />
      </div>
      <FrameNavigation onShowKeys={() => setOverlay('keys')} />
      <main id="screen" className="frame__main" tabIndex={-1}>
        {props.children}
      </main>
      {overlay === 'search' && <SearchPalette onClose={close} />}
      {overlay === 'keys' && <KeysSheet onClose={close} />}
      {overlay === 'jump' && <JumpDialog onClose={close} />}
      {(overlay === 'voice' || asksVoice) && (
        <VoiceDialog
          onClose={() => {
            session.voiceAsked();
            close();
          }}
        />
      )}
    </div>
  );
}
