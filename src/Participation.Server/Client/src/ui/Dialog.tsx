import { createContext, type ComponentChildren } from "preact";
import { useContext, useEffect, useId, useRef } from "preact/hooks";
import { useSettling } from "../press";
import "./dialog.css";

interface Props {
  title: string;
  close: string;
  onClose: () => void;
  children: ComponentChildren;
  wide?: boolean;
}

/** What a page must be able to say also while a sheet lies over it: outside the sheet nothing is read or reached. */
export const SheetNotice = createContext<ComponentChildren>(null);

/** A sheet over the page. The browser keeps the focus inside and gives it back on closing. */
export function Dialog({ title, close, onClose, children, wide }: Props) {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  const settling = useSettling("");
  useEffect(() => {
    const dialog = box.current!;
    const before = document.activeElement as HTMLElement | null;
    // A browser without sheets (Safari before 15.4) shows it where it stands.
    if (dialog.showModal) dialog.showModal();
    else dialog.setAttribute("open", "");
    return () => {
      dialog.close?.();
      if (before?.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={box}
      class={wide ? "sheet wide" : "sheet"}
      aria-labelledby={id}
      onCancel={e => { e.preventDefault(); onClose(); }}
      onClick={e => { if (e.target === box.current && !settling) onClose(); }}
    >
      <div class={`sheet-body ${settling}`}>
        <div class="sheet-head">
          <h2 id={id}>{title}</h2>
          <button type="button" class="quiet" onClick={onClose}>{close}</button>
        </div>
        {useContext(SheetNotice)}
        {children}
      </div>
    </dialog>
  );
}
