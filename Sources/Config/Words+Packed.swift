extension Words {
    /// What Tests/ConfigTests/pack.py makes of WORDS.txt.
    static let packed: StaticString = """
        -7e;7\u{1b}\u{e}IO?s'\u{1}/^uUd\u{e}Q-2g5T/k\t;R=Vcvu#w]\u{13}k/\u{1e}H\u{8}\u{12}1\u{1b}E\
        P&\0#q>|n7}\u{21}1=\u{4}\u{1d}l\tw7<\u{e}M\u{2}T*(UPnd.V\u{b}ia[^Q~\u{21}ijI+GUf\u{f}9'yS9\
        G\u{16}zfg^\u{1a}N\u{17}L\u{1f}$<k&\u{b}:5\u{2}\0|)\u{13},\u{5}HaZ\n-RK*?Oz>~u%\u{14}\u{c}\
        Yeq|$]R}\\-n@\u{14}](\u{4}+\t\u{2};b\u{10}B+J.\u{19}K(}, u\u{12},#:Y4=U2tLjYU_3p/a\u{6}&$\
        \nDlHd-;irNtHzvQc\u{7};\u{14}[R.|yQ\u{13}G.~xMS'^=t\u{1d}UTg\u{c}\"\u{1b}a\u{2}.\u{3}M\
        \u{1}\u{f}gtrmtB-e\u{1c}B>fV\u{c}fT-}\n/$g7K$By2\u{4}~/la5`1-\u{b}\u{2}h_\u{6}\u{4}\u{16}F\
        `\u{18}%_J/\u{7}e\u{e}c\rsL$]\u{1c}*XNI%\u{7f}Z6=9\u{11}y3R%\u{10}>^\u{f}<L{\u{e}xH 1\u{8}\
        NJY\u{c}$e:<KKL\u{14}j1j`Zdr\u{15}3d\u{17}n*Cf4^L): 3^\u{1c}Q\u{4}\u{18}-\r\u{16}tr\re\
        \u{19}s:%\u{13}JYb|FJ\u{17}]<f(\u{f}o^={cJn2l\"\u{15}w=ST~_G\u{13}aZ4^\u{c}\u{14}\u{18}hbP\
        \u{4}*\u{1d}\u{10}\u{5}8HdiS<)Wn*#St\u{1c}#^)\u{11}\u{4}s5_\u{15}5\u{2}V2ke,X21j\u{16}L\0\
        \u{1f}iS\u{1b}%;QL2Yd?\u{2}.7V)m50%\u{1e}\0hHd',c\u{11}}\u{19}FKTsw Dyy\u{1c}\u{1}%:9H8Jh`\
        v6g\u{1f};x\r\t.\u{e}RN\u{13}w\u{2}\nd(v\\):\u{2}\u{12}m\0=#\u{7} vHz{\u{16}'m9x\u{1}\
        \u{11}66\u{16}\0\u{f}7m}\u{15}AA0dR\u{e}\u{17}8\u{5}jTFC74v\u{3}1T-\u{12}{Rc\u{14}?jiU:jE|\
        ,nw\u{10}zI#L\u{19}\u{4}4f1\u{14}A~Y#7T\u{1c}\u{1e}\u{12}1%frn<A\u{8}O5Y\u{1b}(5gk%855\
        \u{1f}\u{18}\u{b}v\u{18}CG\u{10}A'\n_0K\u{13}NX\u{19},?\u{14}2tT?v\\\u{1f}E\u{2}'L\u{1a}\
        \u{12}RIB\u{1d}T\u{b}\u{3}di}dP%8lFOS\u{2}Q;\u{1b}R\n:V#\u{14}-XK(\u{7}\t\u{f}kuBw`^\u{18}\
        zh\u{14}N\u{14}@\u{2}\u{7}InC\u{8}-\u{2}\u{14}Al\"\u{13}\u{1c}\u{15}n\u{f}sTpMX:\u{1c}\
        \u{2}/9>PF\u{8}\u{6}:uy9[BkuVq\tBhu\u{16}A\u{3}'@(\u{4}d&H\0\u{1a}\u{5}\u{1b}o\u{1}\u{21}E\
        n%m7u`Z3\u{8}\00^\u{1a}\\[5\u{f}d\u{b}aG\u{16}V $\"q \u{b}1-\u{6}\"E \t+,u$g:D@vq-}\u{f}\
        \u{b}\\#3Y\u{15}(1eYs'_;>\u{7f}{j~so\u{11}\u{1b}Q\u{13}IUg\u{b}y\u{11}b\u{17}\u{4}RcT\
        \u{18}\u{1f}g\u{1d}R|:\u{1}9F[-\u{16}oMH\u{13}\u{7f}$SxQX %cd\u{10}\u{15}j,\u{14}^\u{13})W\
        /\u{7}^VJuY\u{21}SjU.\u{1c}}veA\u{1f}n?~\0r$9JX\u{15}s~mXCC@\u{18}ah.\t(\u{14}&\u{2}\u{e})\
        N/hW\u{16}r~\u{14}GN`H7\u{1c}q\u{1}\u{e}\u{b}?0RmR\u{11}w\u{16}kl\u{7} \u{1}\"\u{1}L\u{4}b\
        Y*.\u{f}\u{16}L\u{6}\u{11}_y%L}S}g?w\u{21}\u{19}<\u{21}g}\rY<PYWK\u{7f}S\n.2T\u{2}p_\tB\
        \u{11}SsA5\u{6}|\u{1d}XO\u{1c}E\u{12}'4GEw\u{1e}`;O|\u{b}o&DL\u{7f}^5O$`Kb\\8`fr\u{16}f~M\
        \u{4}\0\u{7f}\u{11}\u{6}B\u{16}9^.y0\0M\u{5}hM(\u{21}\"\u{8}\u{f}KP\u{1d}\u{7f}\u{11}.I`)4\
        $cD^\u{1a}\u{11}a2\u{18}\u{8}Y=8\u{2}cra1\u{1a}&}V~dPN%\u{1b}&G8&B\u{6}X\u{10}?Z\u{7f}xUC4\
        =i\n\u{13}\u{14}*\u{4}hy]N/\u{b}\u{1f}X\u{21}\"[\u{1b}\n/ \u{8}{Y+HQ\u{1b}E\r2\u{13}J\
        \u{1a}=\u{b}A];\"\u{1}c2dkE\u{16}\u{e}W&I\u{3}m)==;w&lZOZciJ.NDx,2\"<yJcd$5\u{18}\u{3}\
        \u{17}Ab:\u{19}\u{7}+\u{10}KS [-+3F.b>Ws\u{7}k1E%T0J\u{13}~4HwegZq\u{1b}\",\u{11}?c(OwuM9]\
        T4N~_gg:U]StG\u{c}\\S~i==3w\u{12}\0oZ\n2kPo^\u{1a}3\u{1d}/m{bs=Y\ra\u{1b}\u{1c}o+X\u{b}tXx\
        4\u{12}/\u{16}\u{17}\u{15}\u{5}mZ7{6\u{4}8W`VUIJ]\0Hs:m\u{19}\u{c}SSt\u{21}$\u{1a}{Zh{\
        \u{21}\u{8}DB=+)\0E+UK\\aA\u{18}jMZ\u{15}hbBQQzG6%\u{21}+\u{8}RNpN\u{10}{\n(BJN -]|$)\
        \u{17}\"U-M\u{5}RpHC\u{5}rJ_<x|{]jyKo\u{1f}:rovuB\u{12}jb.\u{c}Wl\u{19}U\u{f}Wy\u{b}O-&yV>\
        ic\u{19}4T\u{1a}\\R)SbV\u{2}\0.N|4\u{21}FCtcbv\u{8}X:)\u{19}3s~-R7~44\u{7}\u{7}tf+v$%OIza\
        \\c@\u{17}\u{1f}-^\\|4}Qhlv\u{1d}x\u{13}\u{14}Kf}Mv\u{18}k/P7\u{19}\u{19}PZ1:L*\u{5}\u{4}a\
        ?*XGRm8%\t[f>S%\u{1e} ]\u{17}}57\u{3}gK\u{17}\n*B_.\u{21}f \u{1e}\u{f}<WsnHA4@ewkW\u{3}\
        \u{7}[%0%:M\u{2}QtrHQ\u{1d}\u{1b}S]\u{4}z8)%EgZ\u{f}&:=\u{1e}\u{14}OR\u{e}HRr\u{17}rH\u{b}\
        Dx\u{18}\u{1c}\u{2}\"_R\u{4}\u{13}VQ-n\u{18}9n\u{15}/\"A\u{7}\u{e}\u{16}3T2P2b4\u{5}k\
        \u{1c}6zz`tm}|s(>o\0p\u{16}Y[k\u{b};hn\u{11}c9i@\naUR\r(]\u{19}K,R\u{5}\u{21}`vM3W\\()&\
        \u{11}w|6\\X;7z9v\u{1b}Hv\\i.\u{7f}y^\rC\u{f}R\u{1f}\u{f}D2+0=\0\nR[b_\u{8}\u{f}K\u{1d}sVC\
        \u{1d}.h\u{13}rL*Z\u{14}^4l\r\u{1f}?|h{4\u{1c}aIS\u{18}`p.\u{21}?&7T~'PSXtng\"EA]qj`?\r5D\
        \u{2}\n6\\9'\"?U,Fx\u{b}\u{2}\u{b};00\u{11}\u{11}|f\u{1a};&c|\0\\E+i\u{4}8N\u{1d}v\u{19}#A\
        ,>\n\t\rc>jNG\u{11}\nl8@F.\u{b}5q\u{1e}\u{2}\txH\u{10}N@Ej;P(\ncp\u{14}:ID\tIy\u{11}|Y)d_{\
        1i\u{e}nT}K;-z\0b>.\u{7}*\u{4}\u{1b}mV\u{15}\u{13}\u{14}\u{19}u(4_/i\u{19}\u{2}A\u{1b}sx,Q\
        \08:,g\u{b}uJQ\u{4}0b74.\nB87Hc\"\u{21}'vs\u{5}xUA7121w\u{e}\u{21};7Z&03`\u{1c}p nAV/\
        \u{10}EB\u{12}\u{13}`#:C6sV6;c\ny\u{e}P\u{1}\u{14}H^\u{7}bHNX\u{1f}\u{16}w6\u{b}\u{12}j=.\
        \u{1c}znI}GQU4]knpA\u{10}(h\u{1}\u{1a}IPZ\u{4}\n@-b`Q}GS/S'\u{1c}2\u{15}\0JDw\u{1d}\u{1b}F\
        \nft\u{2}\u{1}\u{1a}32K{VnS0\u{21}2iZGD\u{1a}7]-\u{1f}6\u{11}v=\u{10}IxUK~V\u{6}\u{10}Ft9=\
        \u{18}/\u{10}\u{17}q\u{e}iz\u{13}\u{7}/~xu#'\u{e}|xbas?:tMC\u{1c}f(\u{14}n\u{11}\u{8}DNkJq\
        \\55-ul|`N\u{1d}};_\\]G~'\u{7f}`_S? \u{b}w\u{1b}}OF\u{1f}m\u{13}\u{5}|9?sf''_\r\u{e}\u{1}\
        \u{1a}ZM}//)\u{10}7vec\u{17}:)Q6N\u{4}\u{2}\u{16}LL\n\u{15}%\0J#6yMh}6>6FTE\tc+i_*iSjNLyiN\
        2]((Df;IwUsGWIuTw\u{17}\u{b}v+=/um\u{19}5tB\u{1f}}\u{5}zFUCV0Db\u{1a}:\u{17}\u{13}X+}00P\
        \u{7f}\u{1a}=\u{6}5L\r\u{e}<~Y=;#\u{1e}PLe\u{2}/\u{6}aOB\u{1d}\u{19}120Ce(r5<A5qh#H\u{1}\
        \u{3}\"QRdpb0%.O$ESM\u{1e}(W-VdeIU&1Gvx8TdhmQ6c%\u{1}(x@YQ<E6\03>\u{5}\u{10}0\u{1d}%w\
        \u{18}w/Q\0o\u{1e}\u{1a}:b\u{16}2\u{e}3jP\u{1e}:s\u{b}g\u{1e}grcc&E6\"\tQ7*%wkM;GX\u{19}\n\
        \u{15}y\\PB\u{e}FQz6{U\u{7}\u{1c}C&mFu\u{c}7\u{21}6\u{1e}'c2\u{b}\u{3}pLb\u{18}'\u{5}\u{4}\
        dL\u{19}'\u{7}xG\u{16}\u{10}M\u{18}^4\u{1c}r|W\u{8}B1f\u{13}\u{21}~\u{13}\u{15}\u{11}\
        \u{1f})O\u{f}bM^\u{1d}'D\u{15}t[+\u{12}*k\0C\u{f}j\u{7f}\u{5}\u{14}5;\npAk,,\u{19}Azb\u{1}\
        \u{8}\t]_t\u{10}m9\\R\u{13};=\u{e}Y2x\u{1c}\"Vqlxp{\u{10}8\u{c}\"S;9a\u{e}\u{1b}A\u{1d}\\q\
        N\u{6}id+69\u{6}wU\u{16}S6\u{12}>%g\u{b}\u{8}Jh3s&ea\u{6}>\u{11};~;V\u{18}%Ra\u{13}5`\
        \u{1a}@u\u{15}#*s&M\"\u{21}luf\u{4}j.e|dTn\"\u{1e}\u{1}-+Nd\u{e}A\u{1e}\u{b}H]{\u{1f}Ofs|\
        \rZ8&_1\u{1c}|E\u{f}Dk15\u{1e}BsaO\u{1a}P\u{11}\u{5}\u{15}BT\u{5}\u{2}28*\u{21}\u{1c}2\
        \u{5}7\u{1}M_0LR8\\`Z(Ghr8P801\u{8}]J3Y\t\u{17}9f*(?@v\"\u{3}~(\u{1a}X\n<S\\ZXd)<_\u{1a}<\
        \u{b}W\u{15},0<DJw\u{15}3\u{1d}c\u{4} \"\u{19}SM\u{19}[L;F\u{13}tAb4\u{14}\u{e}x7BGI\u{10}\
        jX3\u{12}R\u{18}PB)_\tRj\u{5}Tc#P\u{21}H(B:\u{6}\rsAD\n\u{1a}X\u{6})?^\u{3}Z\u{15}\n|F'ZqL\
        \u{18})\u{1c}\u{13}\u{1e}\r#\u{2}Zbx:|\u{18},2\u{1d}\u{c}\u{21}\u{7}r:B\"\u{14} D\u{7}x`{;\
        $A\u{14}\u{f}ubBI4^i\u{10}5%-/{]\u{7}hVpx;m:Y9\u{17}%R\u{10}J5C%t1\u{8}\u{12}\u{1}yC$x\
        \u{18}Me\u{1d}p>\u{16}*z\u{14}Kd$\u{17}P\u{3}Bw\u{1a}\u{5}=N\u{1d}3\u{6}ml-V M\0\u{17}\
        \u{17}[\u{5}\u{6}\u{1}\u{10}'9\tYD\u{15}k.s%%m\u{12}%Qe:Q0\u{17}p\u{16}5J\u{1c}\u{11}ZgN^t\
        \u{1c}a\u{c}\u{b}\u{2}\u{8}\u{21}\u{8}.u`E#4ITe6\u{2}8\u{12}.\u{11}MV17\u{c}KXn`bD@d\rQKAr\
        5-XR\u{8}Ru bPejupqR,\u{1}\u{c}K>\u{1d}H|}96u6\u{b}|&af\u{18}\nY\\EA\0|7?_U?\u{10}=pp[{/\
        \u{1d}>yO*.T=shIJ\u{19}Fy\u{16})R\u{1e}\u{1f}q&8yDpAgy((\u{6}\\0\u{6}yi8o\u{5}&b}5mpY\u{8}\
        xbD\u{1d}5WZ3\u{18}/n\u{1}@i4(6\u{21}\u{5}\u{12}\u{f}{\u{b}\u{16}?\u{3}uc\u{4}](\u{15}\
        \u{18}S\u{12}X%VV\u{4}2\u{13}\u{14}PV.~go\u{1d},Wl93gk&E\u{2}\u{3}\u{1}CBN\u{6}\u{11}^o\
        \u{4}6\0O?M\u{4}Wubb\"\u{1a}S=\r6fTe\\\u{14}1$m%H**;\\j';tyfU\u{6}\u{16}]\u{21}Rojr\u{4}\
        \u{1d}I@Y\u{13}/N#JGo\u{16}xGNOeK_QP\u{6}XKL'RZyP9XEB~XMjGV \"+?\u{3}e&]+P6\u{6}~,\u{1}MVn\
        \u{4}:\u{17}@&(]A.%I\u{6}I\u{11}oM\u{19}\r2J+\u{1c}m\u{3}Ed6\nOaW\u{b}jN*\u{1d}\\\u{1b}[\
        \u{19}\u{5}\\X&4\u{14}iR&\u{b}\u{10}(fhIf0$N\u{19}*\u{19}\u{1e}b]r\n0\u{e}3\u{4}22J&K\n$\
        \u{2}\t\u{e}f\u{11}h\u{12}\u{8}$\u{16}pI}o\u{1f}$&/I_\u{21}2i+\u{1f}a\u{6}\u{16}\u{c}y^,\
        \u{4}f\u{c}j|\u{c}\n\u{12}'\u{c}_I\u{18}R\u{b}M\u{1e}\u{3}xcG.\\<xdGo\u{1e}8\u{11}\u{11}\
        \u{1d}\u{16}\u{1e}\nvn\u{18}f|Z\u{16}\n\u{18}\u{7}\u{8}\u{1a}U,K;u36\u{17}8\u{e}F\u{3}GZ`D\
         m\u{14} $J6Z4\u{16}H\u{17}O\u{7f}D\u{4}5b8lt%kyLX\\<^\nRc%K+a*yI)o%8HQ5\u{7}#\u{1e}%XE\
        \u{1}8-\u{8}N+$GLJD\u{10}qeH\u{5}\u{3}w\u{e}>\u{13}\0\u{3}NT14\u{8}FP?\u{19}~Y\u{16}3\
        \u{18}c\u{5};:yP{$MCZi2\u{18}&2pY^?\u{7f}\u{2}.\u{16}D3m:E\u{1c}r0\u{7f}\u{12}/S\u{4}\
        \u{7f}}y\u{6}U\u{18}RD\u{4}m\u{12}Sv\u{16}l_\u{5}Sb\u{1f}\u{2}\u{10}<e0bZ3)7Dd\u{1a}U3?);t\
         4\\\u{1c}\u{21}\u{1d}%\u{12}'\u{10}s$ysEBI1p$cMR\u{1a}3Hr@IDQ\0s5U\u{17}]W{Uvq\u{1a}J\
        \u{1f}g7\u{5}n\u{1}[L42\u{1d}\u{4}*\u{8}du*C5(3Om$\u{13}KH76\u{1}H(.\rK\u{1b}If\\\u{b}R\
        \u{21}\r\u{18}p~\u{19}|9\u{2}\u{b}C\u{1d}t<)Ru\t\n\u{13}Qgi>\u{8}\u{5}IY,\u{17}RfydlP\
        \u{1a}\"V\\I~\u{f}-/\u{7}\u{2}$g2\u{1d}\u{3}%r\\ p\u{1b}2\"T4$$d<\r'=\u{6}:E28h\u{8}\u{1};\
        DV9FKHL\u{b}jjp\u{1c}p0\"'\u{10}]Z| \u{b}Z\u{13}[ML U\"c4~Qa\u{16}+^\u{e}6Bd\u{1a}\u{21}\0\
        \u{1a}s\u{17}Cr\u{17}q\u{f}F-$9\u{11}$mlMD(\u{12}\u{15}vk\u{1}7 $\u{16}\r\tUzT=M\u{2}\\v\
        \u{8},\u{17}\u{1e}\u{18}Co5(Uvy\u{16}%[Uf\u{1b}\u{17}vu9qz\u{2}).PEd\u{5}V&ibs\u{8}PtO\
        \u{1}B2Lkp\u{21}\u{1d}E<#>\u{5}O\u{8}>s\u{16}5Bs RQy\u{1a}(a\u{1}\u{1b}2+\u{18}\u{1f}\u{b}\
        \u{1a}JS\\f\u{b};Fl:\t9\u{f}'\u{c}\u{21}F*\u{1a}<T=w:\u{1e}\u{13}c\u{18}\\$\\\u{12}{?_:t\
        \u{12}\u{e}g]q$\0\u{21}y\u{16}\\I$\\9E$Et\u{2}\u{1b}\u{1b}L\u{f}\\n\u{5}((]S\u{14};\u{7}5\
        \u{21}\u{7f}kQcG\u{19}r\u{18}O\0Q%l)\u{6}80;\u{3}\u{7}\\+\u{7}\u{19}\u{4}fV\u{11};.fb\u{7}\
        )gYUp9e^i\u{8}c\u{6}\t=(|\u{14}4^880xIK G_JV\u{4}mo\nq\u{14}_k\\8'F^r\u{b}\u{1}A\u{2}OZEh\
        \u{5}/Xm7\t]:q<\u{7f}\u{6}Z\u{7}\u{e}P\u{c}mbu`\rk?hVays\u{1e}S~,lCq5NeJ$JWU_+;\u{c}?\
        \u{14}$\u{13}1zCB\0:>\u{1c}|>EmsfLzgU^T<5\u{6}UyB\u{14}\u{4}\u{21})=\u{4}i.Ey/<\u{12}]\
        \u{1}\u{6}*#N\u{18}3\t\u{16}\u{1e}]\u{2}CE6\u{1a}1T'&\u{c}}M\u{18}`l8\u{14}-b[[\u{14}\
        \u{21}K)':\u{15}?4.m\u{1f}8VKI\u{21}CQ:UP{wMw\u{f}t\"1mg\nm\u{b}xz,BIk(Bg]V\u{3}YKqLO|\
        \u{18}w\u{18}SR?ee6CF4(H\u{17}\u{1f}\u{4}{\u{7}nw\\Ms\u{8}eX\u{1a}0\u{19}$\u{1a}C\u{21}0-\
        \u{8}}R\u{13}y\u{1d}\u{1a}\tya\u{21}Q\r\\\"C#\u{15}m~p8IH\u{c}\u{21}\t\u{12}h|\"J\u{2}Oxw\
        \u{21}\"\u{1}YT%J(;;XDz|FAQv'\u{13}E\rv5S\u{1c}^h\u{13}X\u{7}kY\t~:Pvgx\tpIx$5zuMo|Q\u{c}P\
        Z\u{14}t48w0\u{1b}\u{3}k\u{1e}\u{f}IZ/;\rpM\u{13}r5MhH\u{16},DQ\u{8}&E317Yq\u{15}mUlo\"v\
        \u{4}gNHalpn\u{1a}\\rm&}\u{7f}\\F\\K0\u{f}2m\r\u{13}\u{1e}\u{18}vT\u{21}`5f\u{1b}bBX=\
        \u{17}U\u{17}M\n\u{1e}l^:\u{10}8?\u{f}}C3LyU\u{e}G$\rU\u{1}HHH~(:\u{16}4+\07\u{18}n]{~=4\
        \u{8}\u{19}F\u{e}ombo(\u{3}\u{14}6\u{5}\u{15}7\tTNcD1RQ?qlV\u{19}4Fl\u{19}\u{3}EK\u{18}\
        \u{3}n\u{13}?\u{10}kLnL4\u{1a}B\u{10}&c\u{1}Cf\u{2}\tjAPd\u{12}iHH3Rx<\u{5}oZ\u{5}L-x\u{2}\
        D\u{1}8r>B\u{10}KKY2\u{b}MZm\u{e}\u{17}\u{14}km<ST\u{21}J]{O\u{1d}\"K<{F)&\u{4}+xg_\u{c}\
        \u{6}\u{1f})\u{1a}y(30\u{7}iLm=IK\u{4}\u{5}~\u{4}6i-#4 e=q5hx\0.Lj\r\nRy\u{1b}QA0|@B.x\
        \u{1d}4M-MSkiu&V\u{19}\u{2}\u{10}]h;< ]BjUmID\u{12}CLR#,\u{5}q\u{14}l'J?t\u{18}\u{12}\
        \u{1c}\u{7}Uk\u{4})#\u{18}S*9\u{12}/~,%'TGY^\u{12}0c_y8SphpW\u{18}S\u{1c}4r<]\u{1c}h\"|\
        \u{1}m?-}Py\riWUv_xq0Oz$\u{13}PYBG]\0I\u{14}y\u{17}~cxx9\u{19}f5_H}i\u{8}cN\u{1e};yhi\
        \u{13}\u{17}.\u{13}Y\u{21} Yy5>J\nK&\u{17}*\u{1d}<\u{2}O]@zl0\u{1a} NY-B\u{1a}\"[F\u{c}%\r\
        \u{12}W=\u{10},d5b\u{1c},\u{21}\u{2}kEJ*\u{c}\u{21}F\u{c}r\u{1b}q\u{f}\u{1e}\u{f}i\u{1c}Jq\
        \u{f}]Q>h*\u{1b}yGwH,\u{f}\u{18}FK\u{1b}%$r\t2\u{10},\u{15}u#Be\u{1f}n>\u{3}bPgQt\u{3}'(\
        \u{8}d\u{1e}Q\u{f}IpT)L\u{b}\u{12}\u{1a}jv:{\u{e}J\\ \u{1c}@9F;jVzB\u{11}iao\nZ$U\u{f}HF]h\
        2J\u{18}(_ac\u{10}o,zE\u{b}\u{21}\u{12}%1tI\u{1f}\u{12}6\r,ae\u{f}~tpyW/wRK\u{1}?b?RdI#|K$\
        N2>\u{2}\u{6}9e\u{14}qh[\u{17}\0s\u{21}:.\0Hq/syL8\tiO\u{4}+\u{1d}MCk_i<\u{15}\u{16}\u{2}H\
        @}W1\0\u{18}q\u{19}\u{6}\0\u{14}<+\0hT\u{14}>n\u{1b}Yn 2r\n\u{e}\u{8}\u{19}a\u{4}bb\u{2}r\
        \nyrJ)VINH\\\u{21}id\u{14}d\u{15}wDntn\u{b}\u{13}Mb\u{3}\u{7}%\u{b}\u{21}P\u{c}=\u{1}\
        \u{1f}Z\u{15}\u{3}\u{b}ZCr\u{1d}\u{13}CCA\u{b}\n%ps\u{8}\\\u{14}\u{21}\u{4}/<&)\u{21}u\
        \u{21}mi\u{13}FZ~oK/1\0KU\u{17}al_{\u{19}%J1,{&{\u{3}\\x\u{1f}\0x\"81\u{4}G#/H@*M\u{1a}:\0\
        \0jKK\u{21}\u{1}_\u{1}l\u{18}4' f+\u{7f}VTT\\G\u{1d}R=<xVdSA\u{15}\u{21}\u{1d}d\"n\u{19}q\
        \u{1c}[\u{1d}\u{e}\u{13}\u{b}\n \u{16}\u{1}K%1@YZ\u{1c}pQ\r\u{3}<x\u{14}\u{e}\u{17}\\FpQ[\
        \u{16}vcCF\u{1}L^\u{1c}R\u{8}\u{5}\u{14}hE;\u{7f}P\u{b}\u{13}\u{1d}\n=\r,/*X\u{1a}\u{f}\
        \u{1}Qp\u{1e}YXP%fmmN(\u{8}q_g\u{1f}gD\u{1b}\u{19}meTHN6I:*)#=stAC\u{1b}\u{13}\u{5}<a,iCRQ\
        J\t\u{13}\u{16}b(P0UC*aw\u{2}\u{c}\u{1c}9xg\u{1b}Q\u{b}Z\0{C,RS\u{8}TpVf*v\u{1c}L\u{7}>\
        \u{16}`M;*o*J]{I\u{1e}W[\u{4}E,y\u{2}iCz\u{10}TW)Q\u{18}X\u{13}N\u{5}\nu(+pS lb}\u{8}#\
        \u{5}>e&C\u{6}}oLE8Ah \u{10}\u{16}\u{10}\u{1d}\u{3}2\nw=#ha8S.>d\u{14}] \u{8})\u{e}\u{3}$\
        \u{19}\u{1b}W|con\nku<9iKyV_Fi9]2J\u{18}: {SR5H?\u{19}CB\u{11}Cr\u{19}$S%\n#b\u{3}R.R,yG\
        \u{17}.=}|a}g\u{e}\u{1e}oUB_Q\u{f}}#zuzo\u{1c}<qbGo\u{1d}?zj\u{19}x\u{b}<\u{f}\u{2}v'/\
        \u{1c}:y\u{7f}\u{6}cF\u{15}-,-\"{6q|Ve*XKPeda5EBZ[1\u{16}c[\u{12}\0F(y7P1+t\u{6} \u{1b}]R8\
        \n\u{b}b\u{3}.*&L~\u{e}(^m\u{1}?$\u{5}@\u{1d}\u{1e}\u{10}Lm&J%\u{1c}\u{1}7.Z\u{19}i{:r\
        \u{c}2fN$M\u{17}'R$\u{e}]\u{b}WJ4;\u{17}(\u{1d}?M\u{2}c\u{3}ruj\\?X+I\u{6}\\d\u{18}\u{7}\
        \u{2}se.&\u{16}1J|&\0\n\u{19}\n8*a\u{c}{\u{10}ao@QhJ/p\u{1e}`s l>L\u{7}2j\u{1c}+D8b2~+r_\
        \u{c}\u{c}\u{6}I6g8sK\u{6}J\\}M?\u{7}^~qY}\u{17}.|yis\u{7}\u{12}IKmlk7TN\r\n 8lG?\u{7f}\
        \u{4}\u{7}\u{13}m1(-1\u{4}Z\u{5}'\"-QQAuW/eG|p\u{11}?_\u{b}\"\u{12}W\u{11}r|\u{6}P8+U9[6eI\
        LyC*\t\u{1c}[x38\u{7f}\u{7f}cES'\u{14};x\u{17}fH\u{17}/3\rOU\u{21}sJ\u{8}\u{1a}ai6X@NL-\
        \u{17}S*Y\u{15}\u{7}0\"\"h:a9'@s{\u{17}\nJ=4k3j\u{13}\u{21})6S\"\u{4}\u{1d}\u{13}Tuvid\
        \u{15}\u{17}\u{18}\u{1a}4?\u{1b}1\u{11}\u{7f}\u{15}.R))\u{1f}{G(-\n;+\u{2}FnT9\u{14}\r\
        \u{e}\u{6}J\u{f}KC28u\u{12}x\u{14}w\u{1a}~\t&A`Doxwj1\u{f}\u{1c}y&d?)VTU%Tv1\u{7}8h&X/|\
        \u{1e}\0\u{19}ml\u{3}\r`V%<W\u{1b} \n1\u{12}wB^87=4\r0f\u{1b}\u{21}VAUa\u{17}p5\u{1c}rj\
        \u{15}v\u{16}\0\u{21}@\u{15}T\u{8}\u{e}Dj\u{2}ks\u{8}@lc\u{1f}N\u{11}Dz\u{7}\u{1e} l>20s\
        \u{1c}\u{15}X<s\u{c}ua\u{7f}\u{3}}\u{1b}d\u{e}\u{c}(>]*6\u{7f}V\u{1e}\u{11}_5{):\u{1b}<;=r\
        V`z&R\n--K\u{1c}\u{c}}~\u{6}q=y}X\u{1c}r\u{1e}\0MHB\u{18}\u{17}GR\u{7}x8;(\u{15}o\u{6}J#Zw\
        \u{6}T>d\u{5}o\u{11}`gtM$\u{1e}j66}T?{nmO'D\u{19}]'}@MGkJDI?xA.M\\VP>Em&Y\u{3}\u{2}Z^\u{8}\
        tkXJrx~6i9P\u{b}mWK\"]YJ\u{e}u.OYRS#L\u{1c}^\u{1a}L*\u{18}Pdy'lf\u{1d}=g\u{16}-F%\u{17},d4\
        JV\u{7}x\u{8}dg\u{c}G.SL&\u{c}X\u{1d}0 \u{5}\u{c}(\u{19}\\Gb\rT\u{14}0 sgJ\u{19}2hP81H\
        \u{14}X$\u{18}\u{1f}\u{21}~.Ii4d\"}|\u{16}1wv;rg%+\u{11}\u{1c}\0{\tb\rFp)%+2\u{2}\\p \
        \u{1e}p4o=\u{8}\u{2}5g\u{17}O|\u{e}\u{1c}7n\u{c}eGs(c%6#>^0X_a\u{2}|)S\u{3}7h:F\u{10}\
        \u{12}d\u{b}I.\u{c}V'&\u{10}PK\u{17}y@\u{12}\u{10}j[MWp2tSR\u{11}(p\ntQ@\u{2}\u{1d}\u{b}\
        \u{19},-SO1~)Tu8\u{5}&8Fu*\u{8}\u{f}\u{8}\0-\\\u{f}5,i4%d\t3h\u{1d}u[P+uYo\u{f}H\u{7}]M2'y\
        [J7?\u{12}(? p^~mI\u{7}R0W\u{1c}#D\u{b})Qq:Q`]3D-5fV\u{11}rz=\u{1b}t\u{21}$'&\u{f}\u{1f}{S\
        \u{10}\u{19}<-}\u{16}\nH`t\u{7f}^za7E\u{15}w>O\u{1d}\u{14}\t\u{c}oP\u{17}p-\u{1e}&9%0%J[V\
        \u{6}W6\u{7}\u{21}5A;sk1\u{e}|\u{5}8G7\u{2}'b)Q;\u{1e}\0>\u{16}\u{6}*\u{1c}afP1x>08\u{5}WB\
        p6M/Z_Vs>s\u{b}J\u{f}\u{1d}9y)P5uUg\u{7}\u{16}?/:pd\u{17}\u{6}#Z\n\u{e}e\u{13}))U|\u{7}NG\
        \u{f}HN-nVm|XG\u{17}\u{12}>J*/v_$\tP\u{10}_~dV=O^\u{e}`H\u{f}h12\u{1}\\\u{c}A\u{13}q\u{14}\
        \u{7f}Z`\u{1e}J*\u{7}O\u{1f}?z\\zD\u{1c}\\\u{1f} \u{14}\u{c}40b\u{1d}\u{2}Z0\"\u{3}#H\\\
        \u{1b}c\u{1c}c#:6k\u{17}\u{2}$Zrff<_Kx\u{e};oCqWx\u{14}3o\u{6}\07+\u{18}\u{1f}\u{1}\u{1}RM\
        E27$\u{14}\u{c}\u{3}\u{7}\u{18}?\t\u{b}9\u{c}\u{5}0|\u{1e}uC\u{1f}o?~D\nsq%<L\u{7}\u{5}=2h\
        \u{15}R\"g\u{e}\u{1d}hxG9Wlq\u{15})H02\u{1b}\u{16}%l\u{6}b\u{7f}S\u{1d}\u{1b}L\u{1b}bv\
        \u{7}E^d\u{15}JoT4\u{1a}M'L\u{7f}8lpCo~F\u{11}\u{1}\u{19}8t\u{5}\u{b}'CV\u{e}\u{10}\t\
        \u{21}pq|gb9\u{11}m\u{1a}#V-3n\"*B\u{8}(\u{7}u\u{c}yUFkso+Rn8<\u{11}\u{e}\u{16}~M$\u{4}U[P\
        \u{10}\u{c}Bh\u{8}\u{c}Fhkjt&Qs S\u{e}S\u{19}^ =\u{2}Sf`vAZo(kO3x,x\"c8\u{13}\u{1}a}]-{\
        \u{12}IlnX1\u{1}_]da>N\u{3}\u{4}~{6\u{2}V?3\u{1b}E ya7dTl\u{19}\u{19}S_\0\u{2}<Oj$H\t)Z_[u\
        \u{19}b`'W\u{13}r @jd6D\\K\u{13}Ea/r\u{5})\u{8}H|\u{11}wZb#\u{1a}t|RZ0$.|A\u{f}0XfCWX+t\
        \u{10}\u{2}BR>\u{1e}Uou7u?sEq\u{8}\u{1f}\u{8}\u{1d}Oxt(GN<{t\u{12}}>1./\u{14}M\u{c}_d\"_y'\
        U\t%'?mkYJQo0#A13Pd\u{e}Ps\\Ofk\u{1e}$\u{7}O\u{1e}P^\u{1f}_Rv2k3\u{4}F'v`AC/_z.$\u{1e}\
        \u{2}\u{12}kv\u{1f}\u{1e}>pkP4\u{15}L#8\r\u{5}gHYM%mqq{\u{21}8YRK.\u{21}{@#@m#bd@]]m{\u{2}\
        #Lfq^<~kPq\u{19}.>Z\nt\tD/9\"\u{1b}\u{2}\r%{|\u{1a}V\u{c}ri8\u{1}-vie\u{c}`5_8>E+GXqXY.\
        \u{1e}#0[\u{7}\u{18} v`s+m\u{1}IpG\u{15}4L\u{f}kujEZ\u{1b}7JLq&\u{1}uj&\u{8}vQ9\u{1c}LB\ro\
        ,\t\u{19}\u{8}C*lfA\r\rg}\u{2}*k,\u{6}e1bRb3\u{19}]+LR\u{7f}r\u{7}\u{4}?j\u{1b}UY<){qAfk\r\
        E{D\u{11}cN:l\u{19}\u{b}q4>8x\u{b}\u{1b};noky\u{12}sL@/\"1%Q \u{e}\u{e}X*t gVg:\u{1e}]Y\
        \u{7}\u{f}+[VF)oY66xVY}_\u{1c}\u{3}q \"Q\u{1e}\t\u{7f}\u{1}Fo\u{3}pqK1\u{1e}>t\u{7f}\u{3}
        """
}
